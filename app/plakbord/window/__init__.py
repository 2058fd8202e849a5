"""The window around the board: menus, toolbar, dialogs and files. Qt."""
