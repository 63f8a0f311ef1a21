using Modellstadt.Kernel.Texts;

namespace Modellstadt.Messages.Storage;

/// <summary>The one e-mail address of an owner.</summary>
internal sealed class EmailAddress
{
    /// <summary>Amtlicher Gemeindeschlüssel of the town.</summary>
    public required string Ags { get; init; }

    /// <summary>Whose: the word of the module that asked.</summary>
    public required string Owner { get; init; }

    /// <summary>The address as it was typed.</summary>
    public required string Address { get; set; }

    /// <summary>The language of its messages.</summary>
    public required Language Language { get; set; }

    /// <summary>SHA-256 of the secret in the link that confirms it; null when it is confirmed.</summary>
    public string? CodeHash { get; set; }

    /// <summary>When the last confirmation was asked for.</summary>
    public required DateTimeOffset AskedAt { get; set; }

    /// <summary>How many confirmations were asked for on that day.</summary>
    public required int AskedTimes { get; set; }

    /// <summary>When it was confirmed; null when it was not.</summary>
    public DateTimeOffset? ConfirmedAt { get; set; }
}
