using Modellstadt.Kernel.Texts;
using Modellstadt.Messages;

namespace Modellstadt.Parking.Letters;

/// <summary>A person who wants messages by e-mail. The address itself is kept by the messages module, under <see cref="OwnerOf"/>.</summary>
internal sealed class Contact
{
    /// <summary>Amtlicher Gemeindeschlüssel of the town.</summary>
    public required string Ags { get; init; }

    /// <summary>The resident register's key of the person.</summary>
    public required string ResidentId { get; init; }

    /// <summary>The language of the messages: the one in which the address was given.</summary>
    public required Language Language { get; set; }

    /// <summary>When the address was given.</summary>
    public required DateTimeOffset CreatedAt { get; set; }

    /// <summary>How the messages module calls the person.</summary>
    public static string OwnerOf(string residentId) => Recipient.OwnerOf(residentId);
}
