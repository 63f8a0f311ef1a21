using Modellstadt.Accounts;

namespace Modellstadt.Parking.Interfaces;

/// <summary>What programs of others may do at <see cref="Path"/>.</summary>
internal static class InterfaceScopes
{
    /// <summary>Where the interface is, and the audience of its tokens.</summary>
    public const string Path = "/api/parking/v1";

    /// <summary>Ask whether a plate may park somewhere.</summary>
    public const string ReadRights = "parking.rights.read";

    /// <summary>Read places, rights and rates in APDS form.</summary>
    public const string ReadApds = "parking.apds.read";

    /// <summary>Hear of rights that are granted, change or end.</summary>
    public const string Subscribe = "parking.events.subscribe";

    /// <summary>Learn the plates of such rights, as hashes under one's own secret.</summary>
    public const string LearnPlates = "parking.events.plates";

    /// <summary>Take over the cases of wardens.</summary>
    public const string TakeCases = "parking.cases.take";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<ApiScope> All { get; } =
    [
        new ApiScope(ReadRights, Path, "Ask whether a plate may park at a place at a time."),
        new ApiScope(ReadApds, Path, "Read zones, right specifications, rates and the rights that are held, as APDS objects without persons and plates."),
        new ApiScope(TakeCases, Path, "Read the cases of wardens with their plates, and delete those that were taken over."),
        new ApiScope(Subscribe, Path, "Hear of rights that are granted, change or end."),
        new ApiScope(LearnPlates, Path, "Get plates in such messages, as hashes under one's own secret."),
    ];
}
