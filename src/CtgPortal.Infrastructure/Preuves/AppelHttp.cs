using CtgPortal.Application.Acces;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace CtgPortal.Infrastructure.Preuves;

/// <summary>As the request says, once the proxies that the operator trusts have been believed.</summary>
internal sealed class AppelHttp(IHttpContextAccessor http) : IContexteAppel
{
    public string? AdresseIp => http.HttpContext?.Connection.RemoteIpAddress is { } adresse
        ? (adresse.IsIPv4MappedToIPv6 ? adresse.MapToIPv4() : adresse).ToString()
        : null;

    public string? Agent => http.HttpContext?.Request.Headers[HeaderNames.UserAgent].ToString();
}
