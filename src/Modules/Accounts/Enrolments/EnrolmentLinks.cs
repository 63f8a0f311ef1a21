using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;
using Modellstadt.Accounts.Storage;
using Modellstadt.Kernel.Randomness;
using Modellstadt.Kernel.Towns;

namespace Modellstadt.Accounts.Enrolments;

/// <summary>Makes the links with which new staff register a first passkey.</summary>
internal sealed class EnrolmentLinks(IOptions<AccountsOptions> options, IOptions<TownOptions> town, RandomSource random, TimeProvider time)
{
    /// <summary>A new link, shown once, and what is stored of it.</summary>
    public (Enrolment Stored, string Link) Create(StaffAccount account)
    {
        var secret = random.NewSecret();
        var stored = new Enrolment { SecretHash = HashOf(secret), Ags = account.Ags, StaffId = account.Id, ExpiresAt = time.GetUtcNow() + options.Value.EnrolmentLifetime };
        return (stored, town.Value.At($"/enrol/{secret}"));
    }

    /// <summary>What is stored of a secret; 256 random bits need no slow hash.</summary>
    public static string HashOf(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));
}
