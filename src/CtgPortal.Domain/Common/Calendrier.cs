namespace CtgPortal.Domain.Common;

/// <summary>Acts are dated by the legal day of metropolitan France, not by UTC: a signature at half past midnight bears the right day.</summary>
public static class Calendrier
{
    private static readonly TimeZoneInfo Paris = TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris");

    public static DateOnly JourEnFrance(this DateTimeOffset instant) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, Paris).DateTime);

    public static TimeOnly HeureEnFrance(this DateTimeOffset instant) => TimeOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, Paris).DateTime);
}
