// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Opens the program's window on a case file (or an empty Qt window without one), prints "painted MS
// rss KIB" milliseconds from the start of the process to the first
// painted list with rows, and the most memory held until the list of all cases stood at its end.

#include <window/caselistpage.h>
#include <window/casetable.h>
#include <window/mainwindow.h>

#include <QApplication>
#include <QEvent>
#include <QFile>
#include <QTimer>
#include <QWidget>

#include <cstdio>
#include <ctime>
#include <unistd.h>

#include "frontdoor.h"

using namespace Qt::StringLiterals;
using namespace huiyin;

namespace {

constexpr int kSettleMs = 500; // the last rows are painted, counts arrive from their threads

/// Milliseconds since the kernel made this process.
double sinceStart()
{
    QFile stat(u"/proc/self/stat"_s);
    if (!stat.open(QIODevice::ReadOnly)) {
        return 0;
    }
    const QByteArray text = stat.readAll();
    const double ticks = text.mid(text.lastIndexOf(')') + 2).split(' ').value(19).toDouble();
    timespec now{};
    clock_gettime(CLOCK_BOOTTIME, &now);
    return (static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) / 1e9 -
            ticks / static_cast<double>(sysconf(_SC_CLK_TCK))) *
           1000;
}

/// The most memory the process ever held.
long peakKib()
{
    QFile status(u"/proc/self/status"_s);
    if (!status.open(QIODevice::ReadOnly)) {
        return 0;
    }
    for (const QByteArray &line : status.readAll().split('\n')) {
        if (line.startsWith("VmHWM:")) {
            return line.simplified().split(' ').value(1).toLong();
        }
    }
    return 0;
}

/// Waits for the first paint of what counts as the list, then shows all cases, goes to the last one
/// and waits until all keys are known: only then is the memory read.
class FirstPaint : public QObject
{
public:
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() == QEvent::Paint && !m_seen && isWanted(watched)) {
            m_seen = true;
            // Read once the paint has reached the window.
            QTimer::singleShot(0, this, [this] {
                m_paintedMs = sinceStart();
                if (m_window) {
                    showAll();
                } else {
                    leave();
                }
            });
        }
        return false;
    }

    bool m_list = false;

private:
    [[nodiscard]] bool isWanted(QObject *watched)
    {
        if (!m_list) {
            return true;
        }
        const auto *table = qobject_cast<CaseTable *>(watched->parent());
        if (table == nullptr || table->viewport() != watched || table->model() == nullptr ||
            table->model()->rowCount() == 0) {
            return false;
        }
        m_window = qobject_cast<MainWindow *>(table->window());
        return true;
    }

    void showAll()
    {
        CaseFilter all;
        all.sort = CaseSort::Received;
        all.descending = true;
        auto *list = m_window->listPage();
        list->showList(all, u"all"_s, u"all"_s, u"files"_s);
        connect(
            &list->model(),
            &CaseListModel::counted,
            this,
            [this, list] {
                list->table()->scrollToBottom();
                QTimer::singleShot(kSettleMs, this, [this, list] {
                    std::fprintf(stderr, "%d rows in the list\n", list->model().rowCount());
                    leave();
                });
            },
            Qt::SingleShotConnection);
    }

    void leave() const
    {
        std::printf("painted %.1f rss %ld\n", m_paintedMs, peakKib());
        QCoreApplication::quit();
    }

    MainWindow *m_window = nullptr;
    double m_paintedMs = 0;
    bool m_seen = false;
};

} // namespace

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    FirstPaint paint;
    application.installEventFilter(&paint);
    if (argc < 2) {
        QWidget empty;
        empty.resize(1280, 720);
        empty.show();
        return QApplication::exec();
    }
    auto library = Library::load();
    if (!library) {
        std::fprintf(stderr, "%s\n", qPrintable(library.error().code));
        return 3;
    }
    paint.m_list = true;
    Wanted wanted;
    wanted.file = QFile::decodeName(argv[1]);
    FrontDoor door(*library, wanted, Language::Chinese);
    if (!door.open()) {
        return 3;
    }
    return QApplication::exec();
}
