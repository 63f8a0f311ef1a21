namespace Modellstadt.Parking.VehicleUses;

/// <summary>Where uses of other people's vehicles live.</summary>
internal static class UseAddresses
{
    /// <summary>The user's page.</summary>
    public const string Mine = "/permit/mine/vehicles";

    /// <summary>The clerk's page.</summary>
    public const string Office = "/office/vehicle-uses";

    /// <summary>The keeper's page.</summary>
    public static string Consent(string secret) => $"/consent/{secret}";

    /// <summary>The page of a question to the keeper's wallet.</summary>
    public static string Question(string secret, Guid question) => $"{Consent(secret)}/questions/{question}";
}
