using System.ComponentModel.DataAnnotations;

namespace Modellstadt.App.Pages.Legal;

/// <summary>Who answers for this portal. Configuration section <c>Contact</c>; a demonstration needs none of it.</summary>
internal sealed class ContactOptions
{
    /// <summary>Name of the public body that runs the portal.</summary>
    [StringLength(200)]
    public string? Operator { get; set; }

    /// <summary>Its postal address, in one line.</summary>
    [StringLength(300)]
    public string? Address { get; set; }

    /// <summary>Where it reads mail from citizens.</summary>
    [EmailAddress]
    public string? Email { get; set; }

    /// <summary>Name and address of its data protection officer, in one line.</summary>
    [StringLength(300)]
    public string? DataProtectionOfficer { get; set; }

    /// <summary>The arbitration body of its state for complaints about accessibility, in one line.</summary>
    [StringLength(300)]
    public string? AccessibilityOmbudsOffice { get; set; }

    /// <summary>True when a citizen can find out whom to turn to.</summary>
    public bool IsComplete => Operator is { Length: > 0 } && Address is { Length: > 0 } && Email is { Length: > 0 };
}
