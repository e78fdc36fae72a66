#!/bin/sh
# Starts a learner's notebook server on a hub, as the learner. Before that it gives them lessons that they can save: a copy of each that
# they do not have yet. What they have is never overwritten. The built library is shared: links lead to it.
set -eu
course=${COURSE_FOLDER:-/srv/client-authentication}
own=$HOME/client-authentication

# What is shared comes by links. A link to a folder that is there already would be made inside of it.
for shared in lib data README.md; do
  if [ -e "$own/$shared" ] && [ ! -L "$own/$shared" ]; then
    echo "$own/$shared is there and is no link to the course. If $own is a clone of your own, give it another name; then start the server again." >&2
    exit 1
  fi
done

mkdir -p "$own/notebooks"
# Keys of the labs; nobody else looks into it.
[ -d "$own/certs" ] || mkdir -m 700 "$own/certs"
for shared in lib data README.md; do
  ln -sfn "$course/$shared" "$own/$shared"
done
ln -sf "$course/certs/README.md" "$own/certs/README.md"
for lesson in "$course"/notebooks/*; do
  copy=$own/notebooks/${lesson##*/}
  [ -e "$copy" ] && continue
  # Beside it first: a disk that is full leaves no half lesson.
  rm -rf "$copy.part"
  cp -R "$lesson" "$copy.part"
  chmod -R u+w "$copy.part"
  mv "$copy.part" "$copy"
done

exec jupyterhub-singleuser "$@"
