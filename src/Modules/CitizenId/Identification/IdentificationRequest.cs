using Modellstadt.Kernel.Web;
using Modellstadt.Verifier;

namespace Modellstadt.CitizenId;

/// <summary>One person on the way from the identity document to the citizen ID.</summary>
internal sealed class IdentificationRequest
{
    /// <summary>Identifier; part of the page's address.</summary>
    public required Guid Id { get; init; }

    /// <summary>SHA-256 of the browser's session secret: nobody else sees the request.</summary>
    public required string BrowserHash { get; init; }

    /// <summary>True when the wallet is on another device than the browser.</summary>
    public required bool CrossDevice { get; init; }

    /// <summary>The question to the wallet.</summary>
    public required StartedPresentation Presentation { get; init; }

    /// <summary>How far it is.</summary>
    public IdentificationState State { get; set; }

    /// <summary>What the ID card said, as JSON; kept only while the register has not answered.</summary>
    public string? IdCard { get; set; }

    /// <summary>The register's key of the person, once found.</summary>
    public string? ResidentId { get; set; }

    /// <summary>True when the ID card shows another address than the register.</summary>
    public bool AddressDiffers { get; set; }

    /// <summary>The wallet that asked through the authorization endpoint and waits for the citizen ID; null without one.</summary>
    public Guid? AuthorizationId { get; init; }

    /// <summary>The last offer of the citizen ID.</summary>
    public Guid? OfferId { get; set; }

    /// <summary>Why it was refused, as JSON in both languages.</summary>
    public string? Refusal { get; set; }

    /// <summary>When it was started.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>True for the browser that started it.</summary>
    public bool BelongsTo(string? browserSession) => browserSession is not null && BrowserHash == BrowserHashes.Of(browserSession);
}

/// <summary>The states of a request. Each is stored before anybody hears of it.</summary>
internal enum IdentificationState
{
    /// <summary>The wallet has been asked for the ID card.</summary>
    Asked,

    /// <summary>The ID card is there, the register has not answered yet.</summary>
    Looking,

    /// <summary>The person is known and gets the citizen ID.</summary>
    Granted,

    /// <summary>The person gets none; <see cref="IdentificationRequest.Refusal"/> says why.</summary>
    Refused,
}
