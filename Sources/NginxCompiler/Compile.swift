import RouteModel

