namespace Modellstadt.Region.Storage;

/// <summary>A form with which a project was entered: sent again, it enters no second one.</summary>
internal sealed class ProjectFormRow
{
    /// <summary>Drawn when the form was shown.</summary>
    public required string Key { get; init; }

    public required string ProjectId { get; init; }
}
