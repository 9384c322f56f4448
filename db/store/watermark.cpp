// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <store/watermark.h>
#include <sync/chain.h>

#include <QDir>
#include <QFile>
#include <QSysInfo>

#include <fcntl.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace huiyin {

QString machineMark()
{
    return QString::fromLatin1(hash256("huiyin-machine/1\n" + QSysInfo::machineUniqueId()).toHex());
}

Watermark::~Watermark()
{
    if (m_fd >= 0) {
        ::close(m_fd);
    }
}

QString Watermark::pathOf(const QString &chain) const
{
    return m_folder + u'/' + chain + u".mark"_s;
}

std::optional<Mark> Watermark::read(const QString &chain) const
{
    QFile file(pathOf(chain));
    if (!file.open(QIODevice::ReadOnly)) {
        return std::nullopt;
    }
    const QList<QByteArray> parts = file.read(512).trimmed().split(' ');
    if (parts.size() != 3 || parts.at(0) != chain.toLatin1()) {
        return std::nullopt;
    }
    bool ok = false;
    const Mark mark{parts.at(1).toLongLong(&ok), QByteArray::fromHex(parts.at(2))};
    if (!ok || mark.link.size() != 32) {
        return std::nullopt;
    }
    return mark;
}

void Watermark::write(const QString &chain, const Mark &mark)
{
    if (!isKept()) {
        return;
    }
    if (m_fd < 0 || m_chain != chain) {
        if (m_fd >= 0) {
            ::close(m_fd);
        }
        QDir().mkpath(m_folder);
        m_fd = ::open(
            QFile::encodeName(pathOf(chain)).constData(), O_WRONLY | O_CREAT | O_CLOEXEC, 0600);
        m_chain = chain;
    }
    if (m_fd < 0) {
        return;
    }
    // Always the same length, so one write replaces the whole mark.
    const QByteArray line = chain.toLatin1() + ' ' +
                            QByteArray::number(mark.seq).rightJustified(20, '0') + ' ' +
                            mark.link.toHex() + '\n';
    const auto written = ::pwrite(m_fd, line.constData(), static_cast<size_t>(line.size()), 0);
    Q_UNUSED(written)
}

} // namespace huiyin
