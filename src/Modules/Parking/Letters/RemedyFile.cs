using System.Text.Json;
using Modellstadt.Parking.Facts;

namespace Modellstadt.Parking.Letters;

/// <summary>The remedies of the federal states, <c>data/law/remedies.json</c>.</summary>
/// <param name="AsOf">Day of the collection.</param>
/// <param name="States">One entry for each state and time.</param>
internal sealed record RemedyFile(DateOnly AsOf, IReadOnlyList<StateRemedy> States)
{
    /// <summary>Reads the file among the facts.</summary>
    /// <exception cref="InvalidDataException">The file is empty.</exception>
    public static RemedyFile Read(string directory)
    {
        using var file = File.OpenRead(Path.Combine(directory, "law", "remedies.json"));
        return JsonSerializer.Deserialize<RemedyFile>(file, FactFormat.Shipped) ?? throw new InvalidDataException("law/remedies.json is empty.");
    }

    /// <summary>What the law of the town's state says on a day; null when nothing was found.</summary>
    public StateRemedy? Of(string ags, DateOnly day) => States.FirstOrDefault(state =>
        ags.StartsWith(state.AgsPrefix, StringComparison.Ordinal) && (state.ValidFrom is null || state.ValidFrom <= day) && (state.ValidTo is null || day <= state.ValidTo));
}

/// <summary>What the law of a state says about remedies against decisions of towns on resident parking.</summary>
/// <param name="State">The state.</param>
/// <param name="AgsPrefix">First two digits of its towns' keys.</param>
/// <param name="Remedy">The kind.</param>
/// <param name="Basis">The provisions; null when not settled.</param>
/// <param name="ProcedureLaw">How its law on administrative procedure is quoted: <c>VwVfG NRW</c>; null when not collected.</param>
/// <param name="ValidFrom">First day of the provision; null when not collected.</param>
/// <param name="ValidTo">Last day of the provision; null while it holds.</param>
/// <param name="Confidence">How sure the collection is.</param>
/// <param name="ConfirmedByCounsel">True when a lawyer of the town has confirmed the entry.</param>
/// <param name="Source">Where it was found.</param>
/// <param name="Note">What it leaves out.</param>
/// <param name="Courts">Administrative courts with their districts.</param>
internal sealed record StateRemedy(
    string State, string AgsPrefix, RemedyKind Remedy, string? Basis, string? ProcedureLaw, DateOnly? ValidFrom, DateOnly? ValidTo, string Confidence, bool ConfirmedByCounsel, string Source,
    string Note, IReadOnlyList<CourtDistrict> Courts)
{
    /// <summary>The remedy of a town; unknown too where no court is known for an action: a wrong one would be worse than none.</summary>
    public Remedy For(string ags) => Remedy switch
    {
        RemedyKind.Objection => new Remedy.Objection(),
        RemedyKind.Action when Courts.FirstOrDefault(court => court.AgsPrefixes.Any(prefix => ags.StartsWith(prefix, StringComparison.Ordinal))) is { } court => new Remedy.Action(court.Name, court.Seat),
        _ => new Remedy.Unknown(),
    };
}

/// <summary>An administrative court.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Seat">Where it sits.</param>
/// <param name="AgsPrefixes">First five digits of the keys of its towns.</param>
internal sealed record CourtDistrict(string Name, string Seat, IReadOnlyList<string> AgsPrefixes);

/// <summary>A kind of remedy.</summary>
internal enum RemedyKind
{
    /// <summary>Action before the administrative court.</summary>
    Action,

    /// <summary>Objection to the town.</summary>
    Objection,

    /// <summary>Not settled.</summary>
    Unknown,
}
