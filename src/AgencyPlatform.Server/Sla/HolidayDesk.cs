namespace AgencyPlatform.Server.Sla;
