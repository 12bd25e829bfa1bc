"""What townships, counties and cities look at: where committees stand, their registers masked, figures."""
