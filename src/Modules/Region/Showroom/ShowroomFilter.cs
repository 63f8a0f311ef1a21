using Modellstadt.Region.Projects;

namespace Modellstadt.Region.Showroom;

/// <summary>Which projects are to be shown.</summary>
/// <param name="Town">Led by this town or with its part in it (Amtlicher Gemeindeschlüssel); null for every town.</param>
/// <param name="Pillar">Of this pillar; null for both.</param>
/// <param name="State">In this state; null for every state.</param>
/// <param name="Words">With these words, in whatever form; null for all.</param>
internal sealed record ShowroomFilter(string? Town, Pillar? Pillar, ProjectState? State, string? Words = null)
{
    /// <summary>Longest words that are looked for, characters.</summary>
    public const int LongestWords = 200;

    /// <summary>True when everything is shown.</summary>
    public bool IsEmpty => this is { Town: null, Pillar: null, State: null, Words: null };

    /// <summary>Reads what stands in the address; what cannot be meant so filters nothing.</summary>
    public static ShowroomFilter Read(string? town, string? pillar, string? state, string? words = null) => new(
        town is { Length: > 0 } ? town : null,
        ProjectField.ChoiceOf<Pillar>(pillar),
        ProjectField.ChoiceOf<ProjectState>(state),
        words?.Trim() is { Length: > 0 } typed ? typed[..Math.Min(typed.Length, LongestWords)] : null);

    /// <summary>True when it is to be shown.</summary>
    public bool Takes(Project project) =>
        (Town is null || project.Involves(Town)) && (Pillar is null || project.Pillar.Value == Pillar) && (State is null || project.State.Value == State);
}
