using System.Globalization;
using Modellstadt.Kernel.Texts;
using Modellstadt.Payments;

namespace Modellstadt.Parking.Fees;

/// <summary>What people read about what they paid.</summary>
internal abstract class FeeTexts : ITexts<FeeTexts>
{
    private static readonly FeeTexts German = new GermanFeeTexts();
    private static readonly FeeTexts English = new EnglishFeeTexts();

    public static FeeTexts For(Language language) => language is Language.German ? German : English;

    public abstract string NothingToPay { get; }
    public abstract string WhereTo { get; }
    public abstract string Holder { get; }
    public abstract string RefundIban { get; }
    public abstract string SendAccount { get; }
    public abstract string CreditorReference { get; }
    public abstract string TitleOf(ReceivableState state);
    public abstract string StillToPay(decimal euros, DateOnly due);
    public abstract string GoesBack(decimal euros);

    /// <summary>What a standing means for the person, in one sentence.</summary>
    public string WordsOf(ReceivableStanding standing) => standing switch
    {
        { OpenCents: > 0 } => StillToPay(standing.OpenCents / 100m, standing.DueOn),
        { RefundableCents: > 0 } => GoesBack(standing.RefundableCents / 100m),
        _ => NothingToPay,
    };

    /// <summary>The same behind the one word, for a line of a list.</summary>
    public string InWords(ReceivableStanding standing) => $"{TitleOf(standing.State)}. {WordsOf(standing)}";

    /// <summary>Days and amounts.</summary>
    protected abstract CultureInfo Culture { get; }

    /// <summary>An amount with its currency.</summary>
    protected abstract string Money(decimal euros);
}
