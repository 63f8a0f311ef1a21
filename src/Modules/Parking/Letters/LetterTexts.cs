using Modellstadt.Kernel.Outcomes;
using Modellstadt.Kernel.Texts;
using Modellstadt.Parking.Permits;

namespace Modellstadt.Parking.Letters;

/// <summary>What stands in letters about permits.</summary>
internal abstract class LetterTexts : ITexts<LetterTexts>
{
    private static readonly LetterTexts German = new GermanLetterTexts();
    private static readonly LetterTexts English = new EnglishLetterTexts();

    public static LetterTexts For(Language language) => language is Language.German ? German : English;

    /// <summary>Says which text is binding; null in the binding one.</summary>
    public abstract string? TranslationNote { get; }

    public abstract string Zone { get; }
    public abstract string Plates { get; }
    public abstract string Validity { get; }
    public abstract string Fee { get; }
    public abstract string NoClaimToSpace { get; }
    public abstract string GiroCode { get; }
    public abstract string GiroCodeDemo { get; }
    public abstract string Why { get; }
    public abstract string FactsHeading { get; }
    public abstract string FactsLead { get; }
    public abstract string FactNoVehicle { get; }
    public abstract string FactNoOwnSpace { get; }
    public abstract string BasisHeading { get; }
    public abstract string Basis { get; }
    public abstract string DeciderHeading { get; }
    public abstract string ProcedureLawOfState { get; }
    public abstract string RemedyHeading { get; }
    public abstract string RemedyUnknownHeading { get; }
    public abstract string PrintCopy { get; }
    public abstract string ToApplication { get; }
    public abstract string ToDecision { get; }
    public abstract RefusalText DecisionNotFound { get; }
    public abstract string GrantTitle(ApplicationPurpose purpose);
    public abstract string RefusalTitle(ApplicationPurpose purpose);
    public abstract string Refused(ApplicationPurpose purpose);
    public abstract string Granted(ApplicationPurpose purpose, string number);
    public abstract string DecidedByOffice(ApplicationPurpose purpose, string number);
    public abstract string Refund { get; }
    public abstract string FactRefund(string fee);
    public abstract string FactOffice(string reason);
    public abstract string FeeDue(string amount, string day, string reference);
    public abstract string FromTo(string first, string last);
    public abstract string PayTo(string payee, string iban);
    public abstract string FactResidence(string address);
    public abstract string FactVehicles(string plates);
    public abstract string FactUnpaid(string reference, string day, string amount);
    public abstract string SuspensionBasis(int days, string rule);
    public abstract string RuleVersion(string version);
    public abstract string FeeBasis(string source);
    public abstract string DecidedByProgram(string basis, string law);
    public abstract string DecidedByClerk(string law);
    public abstract string Action(string court, string seat);
    public abstract string Objection(string office);
    public abstract string RemedyUnknown(string office);

    /// <summary>What was asked for, to stand after "about".</summary>
    protected abstract string About(ApplicationPurpose purpose);
}
