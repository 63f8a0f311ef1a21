using Microsoft.Extensions.Options;

namespace Modellstadt.Issuer.Types;

/// <summary>The credential types that modules registered, each under the policy that holds in this town.</summary>
internal sealed class HostedTypes
{
    /// <exception cref="InvalidOperationException">A policy is set for a type that does not exist: its protection would be missing in silence.</exception>
    public HostedTypes(IEnumerable<CredentialType> types, IOptions<IssuerOptions> options)
    {
        All = types.ToDictionary(type => type.ConfigurationId);
        foreach (var (id, policy) in options.Value.Policies)
        {
            var type = All.GetValueOrDefault(id) ?? throw new InvalidOperationException($"Issuer:Policies names {id}, which no module issues.");
            All[id] = type with { Policy = policy is PolicyName.Haip ? CredentialPolicy.Haip : CredentialPolicy.Base };
        }
    }

    /// <summary>By configuration id.</summary>
    public Dictionary<string, CredentialType> All { get; }
}
