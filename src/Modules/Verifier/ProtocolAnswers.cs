using Microsoft.AspNetCore.Http;
using Modellstadt.Kernel.Web;
using Modellstadt.Protocols.Credentials;

namespace Modellstadt.Verifier;

/// <summary>How the addresses for wallets answer.</summary>
internal static class ProtocolAnswers
{
    /// <summary>The error that a broken rule means.</summary>
    public static IResult Refuse(this HttpContext context, ProtocolError error, int statusCode = StatusCodes.Status400BadRequest) =>
        context.WalletError(error.Code, error.Clause, error.Detail, statusCode);
}
