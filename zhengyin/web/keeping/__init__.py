"""印章: who keeps it, appointed in the way of the place; reported when it is gone."""
