using Modellstadt.Kernel.Outcomes;

namespace Modellstadt.Region.Exchange.Imports;

/// <summary>English.</summary>
internal sealed class EnglishImportTexts : ImportTexts
{
    public override RefusalText ImportNeedsSource { get; } = new("The address is missing", "Without the address at which the document stands nobody will know later who said it.", "Go back and enter it; it begins with https://.");
    public override RefusalText NoSuchImport { get; } = new("Not found", "This preview or this entry does not exist, or not any more: a preview lasts a day and counts once.", "Bring the document again; nothing is imported twice by that.");
    public override RefusalText ImportOvertaken { get; } = new("Somebody was quicker", "While you had the preview before you, one of the entries was changed. Nothing was taken over.", "Look at the preview again and decide then.");
    public override RefusalText RemovalNeedsReason { get; } = new("The reason is missing", "Whoever takes an entry out says why, in 5 to 300 characters.", "Go back and add the reason. Everybody will be able to read it.");
    public override string Title => "Import results of others";
    public override string Lead => "What exists elsewhere should be found here before somebody begins anew: software (publiccode.yml) and entries of foreign catalogues (DCAT). What is imported stands apart and is marked as such everywhere; it never becomes a project of the towns.";
    public override string Bring => "Bring a document";
    public override string Source => "Where it stands";
    public override string SourceHint => "The address at which you found it. It will stand beside each entry.";
    public override string File => "File";
    public override string FileHint => "publiccode.yml or DCAT as JSON-LD, at most 1 MiB.";
    public override string Text => "or its text";
    public override string ToPreview => "Preview";
    public override string Fetch => "Have it fetched";
    public override string FetchHint => "Only from hosts that your administration has named:";
    public override string NoHosts => "Your administration has not named a host yet from which documents may be fetched.";
    public override string FetchGo => "Fetch and preview";
    public override string Standing => "Imported";
    public override string NothingStanding => "Nothing imported yet";
    public override string NothingStandingHint => "Bring a document or have one fetched.";
    public override string Entry => "Entry";
    public override string From => "Source";
    public override string Licence => "Licence";
    public override string NoLicence => "not named by the source";
    public override string ImportedOn => "Imported on";
    public override string Removal => "Take out";
    public override string RemovalReason => "Reason";
    public override string RemovalGo => "Take out";
    public override string Removed => "The entry is taken out.";
    public override string Preview => "Preview";
    public override string PreviewLead => "Nothing is imported yet.";
    public override string Effect => "What happens";
    public override string Now => "So far";
    public override string Then => "From now on";
    public override string Confirm => "Import";
    public override string NothingToTake => "Nothing of it is new. Importing would change the day only.";
    public override string NothingUsable => "No entry can be imported.";
    public override string Back => "Back without importing";
    public override string Unnamed => "without a name";
    public override string Marked => "Imported";
    public override string Software => "Software";
    public override string Dataset => "Entry of a catalogue";
    public override string ShowroomTitle => "What exists elsewhere";
    public override string ShowroomLead => "Imported from catalogues of others. These entries are no projects of the model regions; the named source answers for what they say.";
    public override string ShowroomEmpty => "Nothing is imported yet.";
    public override string ToShowroom => "To the projects";
    public override string ToImported => "Everything imported";
    public override string Publisher => "Published by";
    public override string Status => "State according to the source";
    public override string Keywords => "Keywords";
    public override string Place => "Address";
    public override string Page => "A page about it";
    public override string Fetched => "fetched by us";
    public override string Brought => "brought, address as stated by the project office";
    public override string Versions => "Version";

    protected override string Unreadable => "The document cannot be read";

    public override RefusalText HostNotNamed(string host) => new("This host is not named", $"Nothing is fetched from {host} as long as your administration has not named it.", "Download the document yourself and bring it as a file, or ask your administration.");

    public override RefusalText DocumentUnreachable(string host) =>
        new("Cannot be fetched", $"{host} did not answer within ten seconds with a document of at most 1 MiB, or leads elsewhere.", "Open the address in your browser, download the document and bring it as a file.");

    public override string Reason(EntryRefusal refusal) => refusal.Fault switch
    {
        EntryFault.Missing => $"{refusal.Field} is missing.",
        EntryFault.NoText => $"{refusal.Field} does not hold what should stand there.",
        EntryFault.TooLong => $"{refusal.Field} is too long.",
        EntryFault.HiddenCharacters => $"{refusal.Field} holds characters that nobody sees or that turn the direction of writing.",
        EntryFault.MixedAlphabets => $"{refusal.Field} mixes in one word letters of two alphabets that look alike.",
        EntryFault.NoAddress => $"{refusal.Field} is no address of the web that begins with https:// or http://.",
        EntryFault.SpeaksForTown => $"{refusal.Field} lies with a town that speaks for itself here.",
        EntryFault.OtherSource => $"The entry is known from {refusal.Field}; this source alone changes it.",
        _ => $"{refusal.Field} stands in the document twice.",
    };

    public override string NameOf(ImportEffect effect) => effect switch
    {
        ImportEffect.New => "new",
        ImportEffect.Changed => "changed",
        ImportEffect.Returns => "was taken out, comes back",
        ImportEffect.Same => "unchanged",
        _ => "is not taken over",
    };

    public override string Taken(int count) => count switch { 0 => "All of it stood here already; only the day is new.", 1 => "One entry is new or changed.", _ => $"{count} entries are new or changed." };

    public override string Counts(int changing, int same, int refused) => $"New or changed: {changing}. Unchanged: {same}. Not taken over: {refused}.";

    public override string RemovedBecause(string reason) => $"The project office has taken this entry out: {reason}";

    protected override string Reason(ImportFault fault) => fault switch
    {
        ImportFault.Empty => "There is nothing in it.",
        ImportFault.TooLarge => "It is larger than 1 MiB (YAML: 256 KiB), nested too deeply, or has more than 500 entries.",
        ImportFault.Encoding => "It is not written in UTF-8.",
        ImportFault.OtherWriting => "It is RDF/XML, Turtle or HTML. Catalogues are read as JSON-LD only.",
        ImportFault.Malformed => "It is neither valid JSON nor valid YAML, or a key stands in it twice.",
        ImportFault.Aliases => "Its YAML refers to itself (anchor and alias). Such a thing can grow without end and is not read.",
        ImportFault.Tags => "Its YAML carries types (tags) that would make something else of text.",
        ImportFault.ForeignContext => "What its words mean stands elsewhere (@context). Foreign contexts are not fetched.",
        ImportFault.NoPubliccode => "It is YAML, but no publiccode.yml: publiccodeYmlVersion is missing.",
        _ => "It holds no data set (dcat:Dataset).",
    };

    protected override string NextStep(ImportFault fault) => fault switch
    {
        ImportFault.OtherWriting => "Ask the source for JSON-LD; many catalogues serve it at the same address with the ending .jsonld.",
        ImportFault.ForeignContext => "Ask the source for a document that holds its context itself or names that of DCAT-AP.",
        ImportFault.TooLarge => "Split the document, or import the catalogue page by page.",
        _ => "Check whether it is the right document, and otherwise ask the source to put it right. Nothing was taken over.",
    };
}
