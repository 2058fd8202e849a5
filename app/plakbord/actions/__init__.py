"""Everything a person can do, in one list; menus, toolbar, shortcuts and help are made from it. No Qt."""
