using Modellstadt.Kernel.Texts;

namespace Modellstadt.Region.Projects;

/// <summary>What is said of the programme as a whole.</summary>
/// <param name="Projects">How many projects it had.</param>
/// <param name="Source">Where that stands.</param>
/// <param name="Confidence">How far it can be relied on.</param>
/// <param name="Note">What contradicts it.</param>
internal sealed record Programme(int Projects, string Source, Confidence Confidence, LocalizedText Note);
