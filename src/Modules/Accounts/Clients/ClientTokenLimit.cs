using Microsoft.Extensions.Options;
using Modellstadt.Kernel.Web;

namespace Modellstadt.Accounts.Clients;

/// <summary>Slows down whoever tries secrets; a client that keeps its token asks every few minutes.</summary>
internal sealed class ClientTokenLimit(IOptions<AccountsOptions> options) : NetworkLimit(options.Value.ClientTokensPerMinute)
{
    public const string Name = "client-tokens";
}
