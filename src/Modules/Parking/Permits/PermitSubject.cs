namespace Modellstadt.Parking.Permits;

/// <summary>How the issuer calls a permit: the subject of its credentials.</summary>
internal static class PermitSubject
{
    private const string Prefix = "permit/";

    /// <summary>The subject of a permit.</summary>
    public static string Of(Guid permit) => $"{Prefix}{permit:D}";

    /// <summary>The permit behind a subject; null when it is no permit's.</summary>
    public static Guid? Read(string subject) =>
        subject.StartsWith(Prefix, StringComparison.Ordinal) && Guid.TryParseExact(subject[Prefix.Length..], "D", out var permit) ? permit : null;
}
