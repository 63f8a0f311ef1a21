namespace Modellstadt.Parking.Fees;

/// <summary>What a permit is asked to cost.</summary>
/// <param name="Months">Length of the term.</param>
/// <param name="ZoneId">The zone on the permit.</param>
/// <param name="LengthMillimetres">Zulassungsbescheinigung Teil I, field 18.</param>
/// <param name="WidthMillimetres">Zulassungsbescheinigung Teil I, field 19.</param>
/// <param name="SocialTariff">The tariff that the person is entitled to; null for the full fee.</param>
internal sealed record FeeQuestion(int Months, string ZoneId, int LengthMillimetres, int WidthMillimetres, string? SocialTariff = null);

/// <summary>What a permit costs. A closed family.</summary>
internal abstract record FeeAnswer
{
    private FeeAnswer()
    {
    }

    /// <summary>This much.</summary>
    /// <param name="Euros">Rounded to the cent.</param>
    public sealed record Amount(decimal Euros) : FeeAnswer;

    /// <summary>The town does not offer this term, or has no fee for this zone.</summary>
    public sealed record NotOffered : FeeAnswer;

    /// <summary>Only the frame is known.</summary>
    /// <param name="AtLeast">Euros per year.</param>
    /// <param name="AtMost">Euros per year.</param>
    public sealed record Between(decimal AtLeast, decimal AtMost) : FeeAnswer;

    /// <summary>The fee was not found.</summary>
    public sealed record Unknown : FeeAnswer;
}
