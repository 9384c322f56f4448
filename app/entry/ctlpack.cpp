// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ctlpack.h"

#include <rules/overlay.h>

#include <QFileInfo>

#include "ctlinput.h"

namespace huiyin::ctl {

using namespace Qt::StringLiterals;

Result<QVector<Regulation>> packsKnown(Shell &shell)
{
    if (QFileInfo::exists(shell.path())) {
        const auto opened = shell.desk();
        if (opened) {
            return (*opened)->regulations();
        }
    }
    const auto library = shell.library();
    if (!library) {
        return library.error();
    }
    return QVector<Regulation>((*library)->regulations.cbegin(), (*library)->regulations.cend());
}

QString idMeant(const QVector<Regulation> &packs, const QString &typed)
{
    QStringList ids;
    for (const Regulation &pack : packs) {
        ids.append(pack.id);
    }
    return regulationId(typed, ids);
}

QStringList idsMeant(const QVector<Regulation> &packs, const QStringList &typed)
{
    QStringList ids;
    for (const QString &one : typed) {
        ids.append(idMeant(packs, one));
    }
    return ids;
}

Result<Regulation> packNamed(Shell &shell, const QString &id, const QStringList &with)
{
    const auto packs = packsKnown(shell);
    if (!packs) {
        return packs.error();
    }
    const QStringList overlays = idsMeant(*packs, with);
    if (!id.isEmpty() || !QFileInfo::exists(shell.path())) {
        return huiyin::packNamed(*packs, idMeant(*packs, id), overlays);
    }
    const auto opened = shell.desk();
    if (!opened) {
        return opened.error();
    }
    const Regulation &inForce = (*opened)->regulation();
    return overlays.isEmpty() ? inForce
                              : huiyin::packNamed(*packs + QVector{inForce}, inForce.id, overlays);
}

Option withOption()
{
    return option(
        u"--with", u"OVERLAY", u"叠加的制度包，可多次", u"an overlay beside it; may be repeated");
}

QStringList overlaysOf(const Arguments &arguments) { return arguments.options.value(u"--with"_s); }

QJsonArray packsJson(const QVector<PackVersion> &packs)
{
    QJsonArray list;
    for (const PackVersion &pack : packs) {
        list.append(QJsonObject{{u"id"_s, pack.id}, {u"version"_s, pack.version}});
    }
    return list;
}

QString packWords(const PackVersion &pack, const QVector<PackVersion> &overlays)
{
    QStringList words{u"%1 v%2"_s.arg(pack.id).arg(pack.version)};
    for (const PackVersion &overlay : overlays) {
        words.append(u"%1 v%2"_s.arg(overlay.id).arg(overlay.version));
    }
    return words.join(u" + "_s);
}

} // namespace huiyin::ctl
