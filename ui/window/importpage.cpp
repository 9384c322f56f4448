// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <forms/theme.h>
#include <window/banner.h>
#include <window/heading.h>
#include <window/importpage.h>

#include <QFileInfo>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QPointer>
#include <QPushButton>
#include <QTableWidget>
#include <QVBoxLayout>

#include <memory>

namespace huiyin {

namespace {

constexpr int kMostLines = 2000;

} // namespace

ImportPage::ImportPage(Shell &shell, const QString &path, QWidget *parent)
    : Page(shell, parent)
    , m_path(path)
    , m_said(new Banner(this))
    , m_counts(new QLabel(this))
    , m_table(new QTableWidget(this))
{
    const auto unit = spacingUnit(font());
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_said);
    auto *inside = new QVBoxLayout;
    inside->setContentsMargins(unit * 3, unit * 2, unit * 3, unit * 2);
    inside->setSpacing(unit * 2);
    auto *heading = new Heading(1.25, this);
    heading->setText(QFileInfo(path).fileName());
    inside->addWidget(heading);
    m_counts->setWordWrap(true);
    inside->addWidget(m_counts);
    inside->addWidget(m_table, 1);
    column->addLayout(inside, 1);
    m_table->setColumnCount(3);
    m_table->setHorizontalHeaderLabels({tr("Line"), tr("What became of it"), tr("Why")});
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setTabKeyNavigation(false);
    m_table->setWordWrap(true);
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->verticalHeader()->hide();
    m_table->horizontalHeader()->setStretchLastSection(true);
    m_table->setAccessibleName(tr("Rows of the register to look at"));
    setFocusProxy(m_table);
    m_counts->setText(tr("The register is being read…"));
}

void ImportPage::start()
{
    struct Taken
    {
        std::optional<Result<ImportSummary>> summary;
        QVector<ImportLine> lines;
    };

    auto result = std::make_shared<Taken>();
    const QPointer<ImportPage> here(this);
    m_shell.jobs.start(
        tr("Import of %1").arg(QFileInfo(m_path).fileName()),
        [result, here, path = m_path](Desk &desk, const Progress &progress) -> JobRunner::Finish {
            result->summary = desk.importRegister(
                path,
                ImportOptions(),
                [&result](const ImportLine &line) {
                    const bool clean = line.action == QLatin1String("taken") ||
                                       line.action == QLatin1String("blank") ||
                                       line.action == QLatin1String("header");
                    if (!clean && result->lines.size() < kMostLines) {
                        result->lines.append(line);
                    }
                },
                progress);
            return [result, here] {
                if (here) {
                    here->show(*result->summary, result->lines);
                }
            };
        },
        [here](const Error &error) {
            if (here) {
                here->show(error, {});
            }
        });
}

void ImportPage::show(const Result<ImportSummary> &summary, const QVector<ImportLine> &lines)
{
    if (!summary) {
        m_counts->setText(tr("Nothing was taken in."));
        m_said->say(m_shell.sentence(summary.error()), Severity::Refusal);
        m_said->offer(tr("Try again"), [this] {
            m_said->dismiss();
            start();
        });
        emit finished();
        return;
    }
    m_summary = *summary;
    const QLocale locale;
    m_counts->setText(
        tr("Taken in: %1   to look at: %2   refused: %3   already there: %4   empty lines: %5")
            .arg(locale.toString(m_summary.taken + m_summary.warned),
                 locale.toString(m_summary.warned),
                 locale.toString(m_summary.refused),
                 locale.toString(m_summary.duplicate),
                 locale.toString(m_summary.blank)));
    const QMap<QString, QString> words = {{QStringLiteral("warned"), tr("taken in, to look at")},
                                          {QStringLiteral("refused"), tr("refused")},
                                          {QStringLiteral("duplicate"), tr("already there")}};
    m_table->setRowCount(static_cast<int>(lines.size()));
    for (int row = 0; row < lines.size(); ++row) {
        const auto &line = lines.at(row);
        QStringList why;
        for (const auto &reason : line.reasons) {
            why.append(m_shell.sentence(reason));
        }
        if (!line.duplicateOf.isEmpty()) {
            why.append(line.duplicateOf);
        }
        m_table->setItem(row, 0, new QTableWidgetItem(QString::number(line.line)));
        m_table->setItem(row, 1, new QTableWidgetItem(words.value(line.action, line.action)));
        m_table->setItem(row, 2, new QTableWidgetItem(why.join(QLatin1Char(' '))));
    }
    m_table->resizeColumnsToContents();
    m_table->setVisible(!lines.isEmpty());
    m_said->say(tr("The register has been taken in."), Severity::Hint);
    m_said->offer(tr("Take this import back"), [this] { takeBack(); });
    m_said->offerDismissal();
    emit finished();
}

void ImportPage::takeBack()
{
    const QPointer<ImportPage> here(this);
    auto result = std::make_shared<std::optional<Result<qint64>>>();
    m_shell.jobs.start(
        tr("Taking the import back"),
        [result, here, batch = m_summary.batch](Desk &desk,
                                                const Progress &progress) -> JobRunner::Finish {
            *result = desk.undoImport(batch, progress);
            return [result, here] {
                if (!here) {
                    return;
                }
                if (**result) {
                    here->m_said->say(ImportPage::tr("%n case(s) taken back.",
                                                     nullptr,
                                                     static_cast<int>(***result)),
                                      Severity::Hint);
                } else {
                    here->m_said->say(here->m_shell.sentence((*result)->error()),
                                      Severity::Refusal);
                }
                here->m_said->offerDismissal();
                emit here->finished();
            };
        },
        [here](const Error &error) {
            if (here) {
                here->m_said->say(here->m_shell.sentence(error), Severity::Refusal);
            }
        });
}

QString ImportPage::title() const { return tr("Import"); }

QString ImportPage::iconName() const { return QStringLiteral("file-import"); }

QList<QWidget *> ImportPage::panes() const { return {m_table}; }

} // namespace huiyin
