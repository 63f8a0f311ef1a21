namespace Modellstadt.Parking.Lists.Import;

/// <summary>A list of permits that another program wrote, until it is taken over or thrown away.</summary>
internal sealed class PermitImport
{
    /// <summary>Identifier; stands in the address of its page.</summary>
    public required Guid Id { get; init; }

    /// <summary>Amtlicher Gemeindeschlüssel of the town.</summary>
    public required string Ags { get; init; }

    /// <summary>The file as text; emptied when it was taken over.</summary>
    public required string Content { get; set; }

    /// <summary>Which column means what (<see cref="ImportMapping"/>, JSON).</summary>
    public required string Mapping { get; set; }

    /// <summary>How far it is.</summary>
    public ImportState State { get; set; }

    /// <summary>When it was uploaded.</summary>
    public required DateTimeOffset UploadedAt { get; init; }

    /// <summary>Who uploaded it.</summary>
    public required string UploadedBy { get; init; }

    /// <summary>How many permits it brought.</summary>
    public int TakenOver { get; set; }

    /// <summary>Grows with each change: of two who take it over at once, one does.</summary>
    public int Revision { get; set; }
}

/// <summary>How far an import is.</summary>
internal enum ImportState
{
    /// <summary>A clerk looks at it.</summary>
    Uploaded,

    /// <summary>Its permits are permits of the town.</summary>
    TakenOver,
}
