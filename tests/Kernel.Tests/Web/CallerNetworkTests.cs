using System.Net;
using Microsoft.AspNetCore.Http;
using Modellstadt.Kernel.Web;

namespace Modellstadt.Kernel.Tests.Web;

public sealed class CallerNetworkTests
{
    [Theory]
    [InlineData("2001:db8:1:2::1", "2001:db8:1:2:ffff:eeee:dddd:cccc", true)]
    [InlineData("2001:db8:1:2::1", "2001:db8:1:3::1", false)]
    [InlineData("192.0.2.1", "192.0.2.2", false)]
    [InlineData("192.0.2.1", "::ffff:192.0.2.1", true)]
    [InlineData("fe80::1%2", "fe80::2%3", true)]
    public void Addresses_of_one_customer_count_as_one(string one, string other, bool same) => Assert.Equal(same, Of(one).Equals(Of(other)));

    [Fact]
    public void Without_an_address_all_count_together() => Assert.Equal(IPAddress.None, CallerNetwork.Of(new DefaultHttpContext()));

    private static IPAddress Of(string address) => CallerNetwork.Of(new DefaultHttpContext { Connection = { RemoteIpAddress = IPAddress.Parse(address) } });
}
