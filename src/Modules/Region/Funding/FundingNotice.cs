namespace Modellstadt.Region.Funding;

/// <summary>A notice of grant (Zuwendungsbescheid): who grants what to whom, for which project. Never changed; its figures stand in <see cref="FundingPlan"/>.</summary>
internal sealed class FundingNotice
{
    /// <summary>Identifier.</summary>
    public required Guid Id { get; init; }

    /// <summary>The project, by its name in addresses.</summary>
    public required string ProjectId { get; init; }

    /// <summary>The programme, by its <see cref="FundingProgramme.Id"/>.</summary>
    public required string Programme { get; init; }

    /// <summary>Who grants (Bewilligungsbehörde).</summary>
    public required string Authority { get; init; }

    /// <summary>The authority's reference (Aktenzeichen), unique with it.</summary>
    public required string Reference { get; init; }

    /// <summary>Who gets the grant.</summary>
    public required string Recipient { get; init; }

    /// <summary>What kind of recipient that is: the rate depends on it.</summary>
    public required RecipientKind RecipientKind { get; init; }

    /// <summary>True when it is made up: every screen and export then says DEMO.</summary>
    public required bool Demo { get; init; }

    /// <summary>When it was entered.</summary>
    public required DateTimeOffset EnteredAt { get; init; }
}

/// <summary>The figures of a notice from a day on: those of the notice itself, or of a change notice (Änderungsbescheid). Never changed.</summary>
internal sealed class FundingPlan
{
    /// <summary>The entry that brought it.</summary>
    public required long Entry { get; init; }

    /// <summary>The notice.</summary>
    public required Guid NoticeId { get; init; }

    /// <summary>1 for the notice itself; grows by 1 with each change notice.</summary>
    public required int Version { get; init; }

    /// <summary>The first day on which it counts.</summary>
    public required DateOnly EffectiveOn { get; init; }

    /// <summary>The figures, JSON of a <see cref="GrantPlan"/>.</summary>
    public required string Content { get; init; }
}
