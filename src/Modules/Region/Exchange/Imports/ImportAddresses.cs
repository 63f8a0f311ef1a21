namespace Modellstadt.Region.Exchange.Imports;

/// <summary>Where imports are made, and shown.</summary>
internal static class ImportAddresses
{
    /// <summary>The office's page.</summary>
    public const string Office = "/office/region/imports";

    /// <summary>Where a document is brought to.</summary>
    public const string Bring = Office + "/documents";

    /// <summary>Where somebody asks for a document to be fetched.</summary>
    public const string Fetch = Office + "/fetched";

    /// <summary>What is imported, for everybody.</summary>
    public const string Showroom = "/showroom/imported";

    /// <summary>The preview of a document.</summary>
    public static string Draft(Guid id) => $"{Office}/{id:D}";

    /// <summary>Where a preview is confirmed.</summary>
    public static string Confirm(Guid id) => $"{Draft(id)}/confirmation";

    /// <summary>Where an entry is taken out again.</summary>
    public static string Removal(string id) => $"{Office}/results/{id}/removal";

    /// <summary>An imported entry, for everybody.</summary>
    public static string Result(string id) => $"{Showroom}/{id}";
}
