namespace Modellstadt.Parking.Lists.Import;

/// <summary>Where imports live.</summary>
internal static class ImportAddresses
{
    /// <summary>Where a list is uploaded.</summary>
    public const string Upload = "/office/import";

    /// <summary>The page of a list.</summary>
    public static string Page(Guid import) => $"{Upload}/{import:D}";

    /// <summary>The subject of a list in the audit trail.</summary>
    public static string SubjectOf(Guid import) => $"permit-list/{import:D}";
}
