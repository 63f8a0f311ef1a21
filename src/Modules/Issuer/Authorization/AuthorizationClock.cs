using Microsoft.Extensions.Options;

namespace Modellstadt.Issuer.Authorization;

/// <summary>How long authorizations live.</summary>
internal sealed class AuthorizationClock(IOptions<IssuerOptions> options, TimeProvider time)
{
    public DateTimeOffset Now => time.GetUtcNow();

    /// <summary>Until when a person who comes now may decide.</summary>
    public DateTimeOffset EndOfDecision => Now + options.Value.AuthorizationLifetime;

    /// <summary>Until when a code given now is remembered: as long as its tokens live, a second use ends them.</summary>
    public DateTimeOffset EndOfMemory => Now + options.Value.CodeLifetime + options.Value.TokenLifetime;
}
