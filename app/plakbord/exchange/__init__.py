"""What comes in from elsewhere and goes out to it, besides the workshop file and the poster."""
