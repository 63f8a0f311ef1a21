using Microsoft.Extensions.Options;
using Modellstadt.Kernel.Web;

namespace Modellstadt.Issuer.Web;

/// <summary>Slows down whoever guesses typed codes.</summary>
internal sealed class TypedCodeLimit(IOptions<IssuerOptions> options) : NetworkLimit(options.Value.TypedCodesPerMinute);

/// <summary>Slows down whoever guesses transaction codes of many offers.</summary>
internal sealed class TokenLimit(IOptions<IssuerOptions> options) : NetworkLimit(options.Value.TokensPerMinute);
