#!/bin/sh
# 安装或升级跨山，不需要网络。 Installs or upgrades Kuashan without any network. `sh install.sh --help` says how.
set -eu
umask 022

here=$(cd "$(dirname "$0")" && pwd -P)
prefix=/opt/kuashan
data=/var/lib/kuashan
user=kuashan
port=8420
host=127.0.0.1
systemd=yes
check=yes
county=
code=
name=
name_en=

say() { printf '%s\n' "$*"; }
fail() {
  printf 'install.sh: %s\n' "$@" >&2
  exit 1
}

usage() {
  cat <<'USAGE'
sh install.sh [选项 options]

新装时三选一 On a first installation, one of:
  --county DIR              以县文件夹开始   begin with a county folder
  --code CODE --name NAME [--name-en NAME]
                            先建空县，数据以后在网页里导入   an empty county; its data are imported in the app
  --demo                    以示例县“三谷县”开始   begin with the example county

  --prefix DIR              程序放在哪里   where the program goes           /opt/kuashan
  --data DIR                数据放在哪里   where the data live              /var/lib/kuashan
  --user NAME               服务的系统用户   system user of the service      kuashan
  --port N                  端口   port                                     8420
  --host ADDRESS            监听地址   address it listens on                127.0.0.1
  --no-systemd              不建服务和用户，由自己启动   no service, no user: you start it yourself
  --no-check                不核对校验和   do not check the checksums

已装过时就是升级：先停、先备份，再换程序。 Where it is installed already, this upgrades it: stopped first, backed up, then replaced.
USAGE
}

while [ $# -gt 0 ]; do
  option=$1
  case $option in
    --county | --code | --name | --name-en | --prefix | --data | --user | --port | --host)
      [ $# -ge 2 ] || fail "$option 后面缺一个值 needs a value"
      shift
      ;;
  esac
  case $option in
    --county) county=$1 ;;
    --code) code=$1 ;;
    --name) name=$1 ;;
    --name-en) name_en=$1 ;;
    --prefix) prefix=$1 ;;
    --data) data=$1 ;;
    --user) user=$1 ;;
    --port) port=$1 ;;
    --host) host=$1 ;;
    --demo) county=$here/program/examples/three-valleys ;;
    --no-systemd) systemd=no ;;
    --no-check) check=no ;;
    --help | -h)
      usage
      exit 0
      ;;
    *)
      usage >&2
      fail "不认识 unknown option: $option"
      ;;
  esac
  shift
done

# ---- what must be so before anything is written

version=$(cat "$here/VERSION")
target=$(cat "$here/TARGET")
case "$(uname -s)-$(uname -m)" in
  Linux-x86_64) machine=linux-x64 ;;
  Linux-aarch64 | Linux-arm64) machine=linux-arm64 ;;
  *) machine=$(uname -s)-$(uname -m) ;;
esac
[ "$machine" = "$target" ] || fail "这个安装包是给 $target 的，本机是 $machine。 This archive is for $target, this machine is $machine."

case $prefix$data in
  *[!A-Za-z0-9/._-]*) fail "路径只能用字母、数字和 / . _ - ： Paths may hold letters, digits and / . _ - only: $prefix $data" ;;
esac
case $prefix in /*) ;; *) fail "--prefix 要写完整路径 must be a full path" ;; esac
case $data in /*) ;; *) fail "--data 要写完整路径 must be a full path" ;; esac
case $user in *[!a-z0-9_-]* | '') fail "--user 只能用小写字母、数字、_ 和 - ： lower-case letters, digits, _ and - only" ;; esac
case $port in *[!0-9]* | '') fail "--port 要是数字 must be a number" ;; esac
case $host in *[!A-Za-z0-9:.-]* | '') fail "--host 不像地址 is no address: $host" ;; esac

if [ "$systemd" = yes ]; then
  [ "$(id -u)" = 0 ] || fail "请用 root 运行，或加 --no-systemd 装到自己的文件夹。 Run as root, or with --no-systemd into a folder of your own."
  [ -d /run/systemd/system ] || fail "本机没有 systemd：加 --no-systemd。 There is no systemd here: add --no-systemd."
  [ "$port" -ge 1024 ] || fail "服务不能用 1024 以下的端口。 The service cannot use a port below 1024."
  for place in "$prefix" "$data"; do
    case $place/ in
      /home/* | /root/* | /run/* | /tmp/* | /var/tmp/*) fail "服务看不到 $place，请换地方。 The service cannot see $place: choose another place." ;;
    esac
  done
fi

libc=$(getconf GNU_LIBC_VERSION 2>/dev/null | sed 's/glibc //') || libc=
case $libc in
  '') fail "需要 glibc 2.28 或更新的系统（如 Debian 10、openEuler 20.03、银河麒麟 V10）。 A system with glibc 2.28 or newer is needed." ;;
  2.[0-9] | 2.1[0-9] | 2.2[0-7]) fail "glibc $libc 太旧，需要 2.28 或更新。 glibc $libc is too old: 2.28 or newer is needed." ;;
esac

if [ "$check" = yes ]; then
  say "核对校验和 Checking the checksums ..."
  (cd "$here" && sha256sum --check --quiet --strict SHA256SUMS) || fail "文件不完整或被改过，没有安装任何东西。请重新拷贝安装包。 Files are damaged or were changed; nothing was installed. Copy the archive again."
fi

old=
if [ -e "$prefix/current/VERSION" ]; then
  old=$(cat "$prefix/current/VERSION")
fi
if [ -z "$old" ] && [ ! -e "$data/store" ] && [ -z "$county" ] && { [ -z "$code" ] || [ -z "$name" ]; }; then
  usage >&2
  fail "从哪个县开始？用 --county、--code 和 --name，或 --demo。 Which county to begin with? Give --county, --code and --name, or --demo."
fi
if [ -n "$county" ]; then
  [ -f "$county/county.yaml" ] || fail "$county 里没有 county.yaml。 There is no county.yaml in $county."
fi

# ---- the user and the folders

if [ "$systemd" = yes ] && ! id "$user" >/dev/null 2>&1; then
  useradd --system --user-group --home-dir "$data" --no-create-home --shell /usr/sbin/nologin "$user"
fi
mkdir -p "$prefix/versions" "$data"
if [ "$systemd" = yes ]; then
  chown "$user:$user" "$data"
  chmod 750 "$data"
fi

# What the service is given as well, such as DATABASE_URL.
if [ -f /etc/kuashan.env ]; then
  while IFS= read -r line; do
    case $line in [A-Z]*=*) export "${line?}" ;; esac
  done </etc/kuashan.env
fi

# Runs the program as the user whose data they are.
as_user() {
  if [ "$systemd" = yes ]; then
    runuser -u "$user" -- env KUASHAN_DATA="$data" HOME="$data" "$@"
  else
    env KUASHAN_DATA="$data" "$@"
  fi
}

# ---- an upgrade: stopped, backed up, and only then replaced

if [ -n "$old" ]; then
  say "升级 Upgrading: $old -> $version"
  if [ "$systemd" = yes ]; then
    systemctl stop kuashan.service 2>/dev/null || true
  fi
  if [ -e "$data/store" ]; then
    mkdir -p "$data/backups"
    [ "$systemd" = no ] || chown "$user:$user" "$data/backups"
    backup=$data/backups/$(date +%Y%m%d-%H%M%S)-$old-before-$version.backup
    as_user "$prefix/current/kuashan" backup "$backup" --data "$data/store" ||
      fail "备份没有做成，程序没有更换。 The backup failed; the program was not replaced."
    say "备份 Backup: $backup"
  fi
fi

# ---- the program, beside the old one and then in its place

say "安装程序 Installing the program ..."
place=$prefix/versions/$version
rm -rf "$place.new"
cp -R "$here/program" "$place.new"
cp "$here/VERSION" "$here/TARGET" "$here/CONTENTS.md" "$here/bom.json" "$here/uninstall.sh" "$place.new/"
sed -e "s|@PREFIX@|$prefix|g" -e "s|@DATA@|$data|g" -e "s|@USER@|$user|g" -e "s|@PORT@|$port|g" -e "s|@HOST@|$host|g" \
  "$here/kuashan.service" >"$place.new/kuashan.service"
[ "$(id -u)" != 0 ] || chown -R root:root "$place.new"
if [ -e "$place" ]; then
  rm -rf "$place.replaced"
  mv "$place" "$place.replaced"
fi
mv "$place.new" "$place"
rm -rf "$place.replaced"
ln -sfn "versions/$version" "$prefix/current.new"
mv -T "$prefix/current.new" "$prefix/current"
# The version before stays, to go back to; older ones go.
for kept in "$prefix"/versions/*; do
  case ${kept##*/} in
    "$version" | "$old") ;;
    *) rm -rf "$kept" ;;
  esac
done

# ---- the office, once; where there is one already this changes nothing

if [ -n "$county$code" ]; then
  if [ -n "$county" ]; then
    begin=$data/begin
    rm -rf "$begin"
    mkdir "$begin"
    cp -R "$county" "$begin/"
    [ "$systemd" = no ] || chown -R "$user:$user" "$begin"
    set -- "$begin/$(basename "$county")"
  else
    begin=
    set -- --code "$code" --name "$name"
    [ -z "$name_en" ] || set -- "$@" --name-en "$name_en"
  fi
  if ! as_user "$prefix/current/kuashan" set-up "$@" --address "http://$host:$port"; then
    [ -z "$begin" ] || rm -rf "$begin"
    fail "没有建成。改好上面的问题后再运行一次。 The office was not set up. Mend what is told above and run this again."
  fi
  [ -z "$begin" ] || rm -rf "$begin"
fi

# ---- the service

if [ "$systemd" = no ]; then
  say "启动 Start it with:"
  say "  KUASHAN_DATA=$data $prefix/current/kuashan serve --port $port --host $host"
  exit 0
fi
install -m 644 "$prefix/current/kuashan.service" /etc/systemd/system/kuashan.service
systemctl daemon-reload
systemctl enable --quiet kuashan.service
systemctl restart kuashan.service
say "等待启动 Waiting for it to start ..."
if "$prefix/current/node/bin/node" -e '
  const until = Date.now() + 120000
  const ask = () => fetch(process.argv[1]).then((r) => r.ok, () => false).then((ok) =>
    ok ? process.exit(0) : Date.now() > until ? process.exit(1) : setTimeout(ask, 500))
  ask()' "http://$host:$port/ready"; then
  say "已就绪 Ready: http://$host:$port"
else
  say "没有启动，看日志 It did not start; see the log: journalctl -u kuashan -n 50" >&2
  [ -z "$old" ] || say "退回 $old 的办法见 How to go back to $old: $prefix/current/docs/operations.md" >&2
  exit 1
fi
