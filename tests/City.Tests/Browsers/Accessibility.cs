using Microsoft.Playwright;
using Modellstadt.Testing;

namespace Modellstadt.City.Tests.Browsers;

/// <summary>axe-core in the real page: WCAG 2.2 A and AA.</summary>
internal static class Accessibility
{
    private static readonly string Axe = File.ReadAllText(ProductFiles.PathOf("src/App/Browser/node_modules/axe-core/axe.min.js"));

    /// <summary>Fails when axe finds a violation on the open page.</summary>
    public static async Task AssertAccessibleAsync(this IPage page)
    {
        // Evaluated by the DevTools protocol: the page's content security policy does not apply to it, and stays untouched.
        await page.EvaluateAsync(Axe + "; undefined");
        var violations = await page.EvaluateAsync<string[]>(
            """
            async () => (await axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] }))
                .violations.flatMap(rule => rule.nodes.map(node => `${rule.id}: ${rule.help} — ${node.html}`))
            """);
        Assert.True(violations.Length == 0, $"{page.Url}\n{string.Join('\n', violations)}");
    }
}
