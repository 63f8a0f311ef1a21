using Modellstadt.Region.Projects;

namespace Modellstadt.Region.Showroom;

/// <summary>Where the pages of the showroom are.</summary>
internal static class ShowroomAddresses
{
    /// <summary>All projects.</summary>
    public const string Start = "/showroom";

    /// <summary>All projects, from where they are chosen: on a phone that is far below.</summary>
    public const string Results = Start + "#projects";

    /// <summary>A project with everything that is known of it.</summary>
    public static string OfProject(Project project) => OfProject(project.Id);

    /// <summary>A project with everything that is known of it.</summary>
    /// <param name="id">Its name in addresses.</param>
    public static string OfProject(string id) => $"{Start}/projects/{id}";

    /// <summary>A town's projects.</summary>
    /// <param name="ags">Amtlicher Gemeindeschlüssel.</param>
    /// <param name="asOf">The time that is asked about; null for today.</param>
    public static string OfTown(string ags, PartialDate? asOf = null) => $"{Start}/towns/{ags}{(asOf is { } at ? $"?as-of={at}" : "")}";

    /// <summary>A town's projects for a frame in other pages.</summary>
    public static string OfEmbeddedTown(string ags) => $"{Start}/embed/towns/{ags}";
}
