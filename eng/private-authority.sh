# A private certificate authority for the local network, so that real phones get HTTPS. Sourced by ./run --https.

# make_private_authority DIRECTORY HOST: authority.crt for the phone, server.pem and server.key for the town. The authority is
# made once per host and can vouch for this host only: a phone that trusts it trusts it for nothing else.
make_private_authority() {
  local directory=$1 host=$2
  command -v openssl >/dev/null || install_packages "Please install openssl: apt-get install openssl" openssl
  mkdir -p "$directory" && chmod 700 "$directory"
  if [ "$(cat "$directory/host" 2>/dev/null)" != "$host" ]; then
    openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 825 \
      -keyout "$directory/authority.key" -out "$directory/authority.crt" -subj "/CN=Modellstadt DEMO authority for $host" \
      -addext "basicConstraints=critical,CA:TRUE,pathlen:0" -addext "keyUsage=critical,keyCertSign" \
      -addext "nameConstraints=critical,permitted;DNS:$host,permitted;DNS:localhost,permitted;IP:127.0.0.0/255.0.0.0" 2>/dev/null ||
      stop "openssl could not make an authority for $host; is that a name of a machine?"
    rm -f "$directory/server.pem"
    printf '%s' "$host" >"$directory/host"
  fi
  if ! openssl x509 -checkend 86400 -noout -in "$directory/server.pem" >/dev/null 2>&1; then
    local names="DNS:$host,DNS:wallet.$host,DNS:localhost,DNS:wallet.localhost,IP:127.0.0.1"
    openssl req -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -keyout "$directory/server.key" -out "$directory/server.csr" -subj "/CN=$host" 2>/dev/null
    openssl x509 -req -in "$directory/server.csr" -CA "$directory/authority.crt" -CAkey "$directory/authority.key" -CAcreateserial -days 397 \
      -extfile <(printf 'subjectAltName=%s\nextendedKeyUsage=serverAuth\nbasicConstraints=CA:FALSE\nkeyUsage=digitalSignature\n' "$names") -out "$directory/server.pem" 2>/dev/null
    rm -f "$directory/server.csr"
  fi
  chmod 600 "$directory"/*.key
}
