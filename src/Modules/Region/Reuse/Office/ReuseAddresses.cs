namespace Modellstadt.Region.Reuse.Office;

/// <summary>Where the office's pages on take-overs are.</summary>
internal static class ReuseAddresses
{
    /// <summary>All take-overs of this town, and those of its projects.</summary>
    public const string List = "/office/region/reuse";

    /// <summary>Leads to the take-over that was chosen.</summary>
    public const string Open = List + "/open";

    /// <summary>One take-over.</summary>
    /// <param name="project">The project.</param>
    /// <param name="taker">Gemeindeschlüssel of the town that takes it over.</param>
    public static string Story(string project, string taker) => $"{List}/{project}/{taker}";
}
