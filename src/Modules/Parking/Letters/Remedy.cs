namespace Modellstadt.Parking.Letters;

/// <summary>What somebody can do who does not agree with a decision (Rechtsbehelf). A closed family.</summary>
internal abstract record Remedy
{
    /// <summary>Action before the administrative court within a month (VwGO § 74 Abs. 1 Satz 2, Abs. 2).</summary>
    /// <param name="Court">Name of the court.</param>
    /// <param name="Seat">Where it sits.</param>
    public sealed record Action(string Court, string Seat) : Remedy;

    /// <summary>Objection to the town within a month (VwGO § 70 Abs. 1).</summary>
    public sealed record Objection : Remedy;

    /// <summary>Not settled: the decision names none, and whoever asks is told. Without a remedy the time is a year (VwGO § 58 Abs. 2).</summary>
    public sealed record Unknown : Remedy;
}
