using Modellstadt.Kernel.Texts;

namespace Modellstadt.Region.Projects;

/// <summary>A day on which a town showed certain projects.</summary>
/// <param name="Town">Amtlicher Gemeindeschlüssel.</param>
/// <param name="Day">When.</param>
/// <param name="Title">What it was.</param>
/// <param name="Projects">Identifiers, as far as they are known or can be concluded.</param>
/// <param name="Note">What of it is proven and what concluded.</param>
/// <param name="Source">Where it stands.</param>
/// <param name="Confidence">Of the list of projects.</param>
internal sealed record Occasion(string Town, DateOnly Day, LocalizedText Title, IReadOnlyList<string> Projects, LocalizedText Note, string Source, Confidence Confidence);
