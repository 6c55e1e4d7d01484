#!/bin/sh
# 卸载程序，保留数据。 Removes the program and its service. Data, backups and the system user stay.
set -eu

prefix=/opt/kuashan
while [ $# -gt 0 ]; do
  case $1 in
    --prefix)
      [ $# -ge 2 ] || { echo "uninstall.sh: --prefix 后面缺一个值 needs a value" >&2; exit 1; }
      prefix=$2
      shift
      ;;
    *)
      echo "sh uninstall.sh [--prefix DIR]" >&2
      exit 1
      ;;
  esac
  shift
done
[ -f "$prefix/current/VERSION" ] || {
  echo "uninstall.sh: $prefix 里没有跨山。 There is no Kuashan in $prefix." >&2
  exit 1
}

data=$(sed -n 's/^ReadWritePaths=//p' "$prefix/current/kuashan.service")
unit=/etc/systemd/system/kuashan.service
if [ -d /run/systemd/system ] && [ -f "$unit" ] && grep -q "^ExecStart=$prefix/current/" "$unit"; then
  systemctl disable --now --quiet kuashan.service || true
  rm -f "$unit"
  systemctl daemon-reload
fi
rm -rf "$prefix/versions" "$prefix/current"
rmdir "$prefix" 2>/dev/null || true
echo "已卸载。数据仍在 The program is gone. Data are still in: $data"
echo "再装一次会接着用。 Installing again goes on with them."
