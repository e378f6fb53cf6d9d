// Opens the page of the room again when there is no network: what was last seen of it, with its styles and scripts.
const RESERVE = 'ctg-salle-1';

self.addEventListener('install', () => self.skipWaiting());
self.addEventListener('activate', (e) => e.waitUntil(self.clients.claim()));
self.addEventListener('fetch', (e) => {
  const { request } = e;
  const adresse = new URL(request.url);
  const page = request.mode === 'navigate';
  const ressource = ['script', 'style', 'font', 'image'].includes(request.destination);
  if (request.method === 'GET' && adresse.origin === location.origin && (page || ressource)) {
    e.respondWith(reseauPuisReserve(request, page));
  }
});

async function reseauPuisReserve(request, page) {
  const reserve = await caches.open(RESERVE);
  try {
    const reponse = await fetch(request);
    if (reponse.ok && !reponse.redirected) {
      await reserve.put(request, reponse.clone());
    } else if (page && reponse.status === 404) {
      await reserve.delete(request);
    }

    return reponse;
  } catch (echec) {
    return (await reserve.match(request)) ?? Promise.reject(echec);
  }
}
