using Modellstadt.Kernel.Outcomes;
using Modellstadt.Kernel.Texts;

namespace Modellstadt.Parking.ProvisionalPermits;

/// <summary>What people read about provisional permits.</summary>
internal abstract class ProvisionalTexts : ITexts<ProvisionalTexts>
{
    private static readonly ProvisionalTexts German = new GermanProvisionalTexts();
    private static readonly ProvisionalTexts English = new EnglishProvisionalTexts();

    public static ProvisionalTexts For(Language language) => language is Language.German ? German : English;

    // The statement
    public abstract string Title { get; }
    public abstract string Lead(int days);
    public abstract string Street { get; }
    public abstract string HouseNumber { get; }
    public abstract string Plate { get; }
    public abstract string PlateHint { get; }
    public abstract string LivesHere(string? home);
    public abstract string KeepsVehicle(string? plates);
    public abstract string Truth { get; }
    public abstract string State { get; }
    public abstract string StatedTitle { get; }
    public abstract string Stated { get; }

    // The permit
    public abstract string Provisional { get; }
    public abstract string GrantedTitle { get; }
    public abstract string Granted(string number, string until);
    public abstract string InWallet { get; }
    public abstract string HolderWords(string until);

    // The letter
    public abstract string LetterWords(string until);
    public abstract string FactStated(string home, string plates);
    public abstract string Basis { get; }
    public abstract string EndsWithRefusal(string number);

    // The office
    public abstract string StatedHome { get; }
    public abstract string StatedPlates { get; }
    public abstract string Prepared(string plates, string zone, string until);

    public abstract RefusalText StatementIncomplete { get; }
    public abstract RefusalText NoProvisionalPermit { get; }
    public abstract RefusalText ProvisionalUnchanged { get; }
    public abstract RefusalText StatementUnconfirmed { get; }
    public abstract RefusalText RegisterStaysSilent { get; }
}
