using Modellstadt.Kernel.Privacy;

namespace Modellstadt.Parking.Privacy;

/// <summary>What a person said is wrong, and what was answered.</summary>
internal sealed class KeptCorrections(ListCorrections corrections) : IPersonalRecords
{
    /// <inheritdoc />
    public async Task<IReadOnlyList<PersonalRecord>> OfAsync(string residentId, CancellationToken cancellationToken) =>
        [.. (await corrections.OfAsync(residentId, cancellationToken)).Select(Of)];

    private static PersonalRecord Of(Correction correction) => new("correction", new("Ihre Berichtigung", "Your correction"), correction.AskedAt,
    [
        new("words", new("Was falsch ist", "What is wrong"), correction.Words),
        .. PersonalFact.Unless("answer", new("Antwort", "Answer"), correction.Answer),
    ]);
}
