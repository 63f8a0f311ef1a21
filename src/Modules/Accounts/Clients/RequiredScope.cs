namespace Modellstadt.Accounts.Clients;

/// <summary>Says at an endpoint which scope opens it.</summary>
internal sealed record RequiredScope(string Name);
