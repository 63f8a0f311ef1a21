using System.Text.Json;
using System.Text.Json.Serialization;
using Modellstadt.Region.Storage;

namespace Modellstadt.Region.Projects;

/// <summary>A project with the fields of the profile sheets of the KDN (Dachverband kommunaler IT-Dienstleister). What is not known is null and says so on screen.</summary>
internal sealed record Project
{
    /// <summary>Its name in addresses.</summary>
    public required string Id { get; init; }

    public required string Title { get; init; }

    /// <summary>False when the sources only describe it and the title is that of the collection.</summary>
    public required bool TitleIsOfficial { get; init; }

    public required ProjectKind Kind { get; init; }

    /// <summary>The town that leads its part of the model region; not always who got the grant.</summary>
    public required ProjectTown Lead { get; init; }

    public IReadOnlyList<ProjectTown> Partners { get; init; } = [];

    /// <summary>Who got the grant.</summary>
    public IReadOnlyList<string> Recipients { get; init; } = [];

    public required Figure<Pillar> Pillar { get; init; }

    /// <summary>A keyword.</summary>
    public required string Topic { get; init; }

    /// <summary>The town's own guiding theme, where a source names it.</summary>
    public Figure<string>? GuidingTheme { get; init; }

    public required Figure<ProjectState> State { get; init; }

    public Figure<PartialDate>? Start { get; init; }

    public Figure<PartialDate>? End { get; init; }

    public Figure<PartialDate>? GrantedOn { get; init; }

    /// <summary>What it cost, or was meant to.</summary>
    public Figure<Amount>? Total { get; init; }

    /// <summary>What the state (Land) gave of it.</summary>
    public Figure<Amount>? StateShare { get; init; }

    /// <summary>What others can take over.</summary>
    public Figure<string>? TransferableResult { get; init; }

    /// <summary>From when on others can take its result over.</summary>
    public Figure<PartialDate>? TransferableFrom { get; init; }

    /// <summary>What others can take over, where it is software; null when it is not, or not known to be.</summary>
    public SoftwareResult? Software { get; init; }

    /// <summary>What can be read or taken over, each with its licence.</summary>
    public IReadOnlyList<ProjectDocument> Documents { get; init; } = [];

    /// <summary>Similar projects that its town knew when it entered this one, with what it said to them.</summary>
    public IReadOnlyList<KnownProject> Known { get; init; } = [];

    /// <summary>Whom to call, by role: never a person.</summary>
    public string? ContactRole { get; init; }

    public required string Summary { get; init; }

    /// <summary>The page it was found on, or its own.</summary>
    public required string Source { get; init; }

    /// <summary>When and why its town took it back; null while it stands. Nothing but its name is told of it then.</summary>
    public Withdrawal? Withdrawn { get; init; }

    /// <summary>True when it is one of the projects of the programme, not an office for them or a part of another one.</summary>
    [JsonIgnore]
    public bool Counts => Kind is ProjectKind.Project;

    /// <summary>True when this town leads it or takes part.</summary>
    public bool Involves(string ags) => Lead.Ags == ags || Partners.Any(partner => partner.Ags == ags);

    /// <summary>What is left of it when its town takes it back: its name, so that whoever follows an old link learns what became of it.</summary>
    public Project Withdraw(DateTimeOffset at, string reason) => new()
    {
        Id = Id,
        Title = Title,
        TitleIsOfficial = TitleIsOfficial,
        Kind = Kind,
        Lead = Lead,
        Pillar = Pillar,
        Topic = Topic,
        State = State,
        Summary = "",
        Source = Source,
        Withdrawn = new(at, reason),
    };

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    public static Project Read(string json) => JsonSerializer.Deserialize<Project>(json, StoredJson.Format)!;

    /// <summary>The project as JSON.</summary>
    public string Write() => JsonSerializer.Serialize(this, StoredJson.Format);
}

/// <summary>A town or district that leads a project or takes part.</summary>
/// <param name="Name">As people say it.</param>
/// <param name="Ags">Amtlicher Gemeindeschlüssel, of a district its first five digits; null when it belongs to no model region.</param>
internal sealed record ProjectTown(string Name, string? Ags);

/// <summary>A town has taken a project back.</summary>
/// <param name="At">When.</param>
/// <param name="Reason">Why, in its words.</param>
internal sealed record Withdrawal(DateTimeOffset At, string Reason);

/// <summary>What an entry of the register is.</summary>
internal enum ProjectKind
{
    Project,

    /// <summary>Projektbüro: a grant of its own kind, for the office that looks after the projects of a region.</summary>
    ProjectOffice,

    /// <summary>A part of another entry.</summary>
    Subproject,
}

/// <summary>The two pillars of the funding guideline.</summary>
internal enum Pillar
{
    EGovernment,
    SmartCity,
}

/// <summary>How far a project is: the four phases of the profile sheet, and what is left to say when a programme ends.</summary>
internal enum ProjectState
{
    Preparation,
    Concept,
    Implementation,
    Done,

    /// <summary>The programme is over; that this project was completed is not proven.</summary>
    ProgrammeEnded,
}
