using System.ComponentModel.DataAnnotations;

namespace Modellstadt.Parking.Letters;

/// <summary>The office whose name stands on letters. Configuration section <c>Parking:Office</c>.</summary>
internal sealed class LetterOptions
{
    /// <summary>Name of the office. Default: "Stadt" with the town's name.</summary>
    [StringLength(100)]
    public string? Name { get; set; }

    /// <summary>Street and house number. Default: none.</summary>
    [StringLength(100)]
    public string? Street { get; set; }

    /// <summary>Postal code. Default: none.</summary>
    [RegularExpression("^[0-9]{5}$")]
    public string? PostalCode { get; set; }

    /// <summary>Telephone number. Default: none.</summary>
    [StringLength(50)]
    public string? Telephone { get; set; }

    /// <summary>E-mail address. Default: none.</summary>
    [EmailAddress]
    public string? Email { get; set; }

    /// <summary>True when decisions go on paper to whoever has no e-mail address, or none that works. Default: true.</summary>
    public bool PaperDecisions { get; set; } = true;
}
