using CtgPortal.Web.Common;
using Microsoft.Extensions.Logging.Abstractions;

namespace CtgPortal.Web.Tests.Common;

public sealed class RepriseMemoireTests : IDisposable
{
    private const long Mo = 1 << 20;
    private readonly RepriseMemoire _reprise = new(TimeProvider.System, NullLogger<RepriseMemoire>.Instance);

    public void Dispose() => _reprise.Dispose();

    [Fact]
    public void What_the_start_took_is_given_back_at_the_first_rest()
    {
        Assert.False(_reprise.EstVenue(130 * Mo), "the process still works");
        Assert.True(_reprise.EstVenue(131 * Mo));
    }

    [Fact]
    public void A_portal_that_works_is_left_alone()
    {
        foreach (var tour in Enumerable.Range(1, 20))
        {
            Assert.False(_reprise.EstVenue(tour * 100 * Mo));
        }
    }

    [Fact]
    public void A_portal_at_rest_gives_back_once()
    {
        _reprise.EstVenue(130 * Mo);
        _reprise.EstVenue(131 * Mo);

        Assert.All(Enumerable.Range(1, 10), tour => Assert.False(_reprise.EstVenue((131 + tour) * Mo)));
        Assert.False(_reprise.EstVenue(400 * Mo), "documents are being made");
        Assert.True(_reprise.EstVenue(401 * Mo));
    }
}
