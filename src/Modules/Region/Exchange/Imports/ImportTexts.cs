using Modellstadt.Kernel.Outcomes;
using Modellstadt.Kernel.Texts;

namespace Modellstadt.Region.Exchange.Imports;

/// <summary>What is said about catalogues of others.</summary>
internal abstract class ImportTexts : ITexts<ImportTexts>
{
    private static readonly ImportTexts German = new GermanImportTexts();
    private static readonly ImportTexts English = new EnglishImportTexts();

    public abstract RefusalText ImportNeedsSource { get; }
    public abstract RefusalText NoSuchImport { get; }
    public abstract RefusalText ImportOvertaken { get; }
    public abstract RefusalText RemovalNeedsReason { get; }
    public abstract string Title { get; }
    public abstract string Lead { get; }
    public abstract string Bring { get; }
    public abstract string Source { get; }
    public abstract string SourceHint { get; }
    public abstract string File { get; }
    public abstract string FileHint { get; }
    public abstract string Text { get; }
    public abstract string ToPreview { get; }
    public abstract string Fetch { get; }
    public abstract string FetchHint { get; }
    public abstract string NoHosts { get; }
    public abstract string FetchGo { get; }
    public abstract string Standing { get; }
    public abstract string NothingStanding { get; }
    public abstract string NothingStandingHint { get; }
    public abstract string Entry { get; }
    public abstract string From { get; }
    public abstract string Licence { get; }
    public abstract string NoLicence { get; }
    public abstract string ImportedOn { get; }
    public abstract string Removal { get; }
    public abstract string RemovalReason { get; }
    public abstract string RemovalGo { get; }
    public abstract string Removed { get; }
    public abstract string Preview { get; }
    public abstract string PreviewLead { get; }
    public abstract string Effect { get; }
    public abstract string Now { get; }
    public abstract string Then { get; }
    public abstract string Confirm { get; }
    public abstract string NothingToTake { get; }
    public abstract string NothingUsable { get; }
    public abstract string Back { get; }
    public abstract string Unnamed { get; }
    public abstract string Marked { get; }
    public abstract string Software { get; }
    public abstract string Dataset { get; }
    public abstract string ShowroomTitle { get; }
    public abstract string ShowroomLead { get; }
    public abstract string ShowroomEmpty { get; }
    public abstract string ToShowroom { get; }
    public abstract string ToImported { get; }
    public abstract string Publisher { get; }
    public abstract string Status { get; }
    public abstract string Keywords { get; }
    public abstract string Place { get; }
    public abstract string Page { get; }
    public abstract string Fetched { get; }
    public abstract string Brought { get; }
    public abstract string Versions { get; }

    /// <summary>The texts in a language.</summary>
    public static ImportTexts For(Language language) => language is Language.German ? German : English;

    public abstract RefusalText HostNotNamed(string host);
    public abstract RefusalText DocumentUnreachable(string host);

    /// <summary>Why a document is not read, and what to do.</summary>
    public RefusalText DocumentUnreadable(ImportFault fault) => new(Unreadable, Reason(fault), NextStep(fault));

    /// <summary>Why an entry is not taken over.</summary>
    public abstract string Reason(EntryRefusal refusal);

    /// <summary>What an import does with an entry.</summary>
    public abstract string NameOf(ImportEffect effect);

    /// <summary>How many of the entries are imported.</summary>
    public abstract string Taken(int count);

    /// <summary>How many entries are new, changed, the same, and refused.</summary>
    public abstract string Counts(int changing, int same, int refused);

    /// <summary>Why it was taken out.</summary>
    public abstract string RemovedBecause(string reason);

    protected abstract string Unreadable { get; }
    protected abstract string Reason(ImportFault fault);
    protected abstract string NextStep(ImportFault fault);
}
