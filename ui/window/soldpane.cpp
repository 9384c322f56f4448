// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <forms/theme.h>
#include <forms/wraprow.h>
#include <models/deadlinestate.h>
#include <report/period.h>
#include <window/regulationtables.h>
#include <window/soldpane.h>

#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QFile>
#include <QFileDialog>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QTableWidget>
#include <QVBoxLayout>

namespace huiyin {

namespace {

enum Column { Product, Quantity, Source };

constexpr int kMonthsBack = 36;

} // namespace

SoldPane::SoldPane(Shell &shell, QWidget *parent)
    : QWidget(parent)
    , m_shell(shell)
    , m_month(new QComboBox(this))
    , m_table(plainTable(tr("Units sold"), this))
    , m_record(new QPushButton(tr("Record figures"), this))
{
    const auto unit = spacingUnit(font());
    auto *words = new QLabel(
        tr("Units sold in a month, by product. Empty: not known – the table then says so."), this);
    words->setWordWrap(true);
    m_month->setAccessibleName(tr("Month"));
    m_table->setColumnCount(Source + 1);
    m_table->setHorizontalHeaderLabels({tr("Product"), tr("Units sold"), tr("Entered by")});
    m_table->setEditTriggers(QAbstractItemView::AllEditTriggers);
    m_table->setSelectionBehavior(QAbstractItemView::SelectItems);
    m_table->setShowGrid(true);
    m_table->horizontalHeader()->setSectionResizeMode(Product, QHeaderView::Stretch);
    m_table->horizontalHeader()->setSectionResizeMode(Quantity, QHeaderView::Fixed);
    m_table->horizontalHeader()->resizeSection(Quantity, static_cast<int>(hanWidth(font()) * 9));
    m_table->horizontalHeader()->setSectionResizeMode(Source, QHeaderView::ResizeToContents);
    m_table->installEventFilter(this);
    auto *file = new QPushButton(Theme::icon(QStringLiteral("file-import")), tr("From CSV…"), this);
    auto *back = new QPushButton(tr("Back to the report"), this);
    auto *row = new WrapRow;
    row->setSpacing(unit * 2);
    row->addWidget(m_month);
    row->addStretch();
    row->addWidget(file);
    row->addWidget(m_record);
    row->addWidget(back);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(unit * 2, unit * 2, unit * 3, unit * 2);
    column->setSpacing(unit * 2);
    column->addWidget(words);
    column->addLayout(row);
    column->addWidget(m_table, 1);
    setFocusProxy(m_table);
    connect(m_month, &QComboBox::currentIndexChanged, this, &SoldPane::fill);
    connect(m_record, &QPushButton::clicked, this, &SoldPane::record);
    connect(file, &QPushButton::clicked, this, &SoldPane::chooseFile);
    connect(back, &QPushButton::clicked, this, &SoldPane::closed);
    connect(m_table, &QTableWidget::cellChanged, this, &SoldPane::addBlankRow);
}

QString SoldPane::month() const { return m_month->currentData().toString(); }

void SoldPane::open(const QString &month, const QStringList &products)
{
    m_products = products;
    {
        const QSignalBlocker blocker(m_month);
        m_month->clear();
        const QDate today = m_shell.desk.now().localDay().toDate();
        for (int back = 0; back < kMonthsBack; ++back) {
            const QDate day = today.addMonths(-back);
            const Period one = Period::month(day.year(), day.month());
            m_month->addItem(one.toText(m_shell.language == Language::Chinese), one.toString());
        }
        m_month->setCurrentIndex(std::max(0, m_month->findData(month)));
    }
    fill();
}

void SoldPane::setRow(int row,
                      const QString &product,
                      const QString &quantity,
                      const QString &source)
{
    auto *name = new QTableWidgetItem(product);
    auto *number = new QTableWidgetItem(quantity);
    number->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
    auto *who = new QTableWidgetItem(source);
    who->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable);
    m_table->setItem(row, Product, name);
    m_table->setItem(row, Quantity, number);
    m_table->setItem(row, Source, who);
}

void SoldPane::fill()
{
    const QSignalBlocker blocker(m_table);
    m_entered.clear();
    const auto entries = soldEntries(m_shell.desk.reader(), month());
    if (!entries) {
        emit said(m_shell.sentence(entries.error()), Severity::Refusal);
        return;
    }
    m_table->setRowCount(0);
    QStringList known;
    for (const SoldEntry &one : *entries) {
        if (one.office != m_shell.desk.officeCode()) {
            continue; // another office's figures are its own to change
        }
        m_entered.append(one);
        known.append(one.product);
        const int row = m_table->rowCount();
        m_table->insertRow(row);
        setRow(row,
               one.product,
               QString::number(one.quantity),
               tr("%1, %2").arg(one.byName.isEmpty() ? one.by : one.byName,
                                DeadlineState::momentText(one.at, m_shell.desk.now())));
    }
    for (const QString &product : std::as_const(m_products)) {
        if (!product.isEmpty() && !known.contains(product)) {
            const int row = m_table->rowCount();
            m_table->insertRow(row);
            setRow(row, product, {}, tr("not entered yet"));
        }
    }
    addBlankRow();
    m_table->setCurrentCell(0, Quantity);
}

/// There is always one more line to type into.
void SoldPane::addBlankRow()
{
    const QSignalBlocker blocker(m_table);
    const int last = m_table->rowCount() - 1;
    const auto *item = last < 0 ? nullptr : m_table->item(last, Product);
    if (last < 0 || (item != nullptr && !item->text().isEmpty())) {
        m_table->insertRow(last + 1);
        setRow(last + 1, {}, {}, {});
    }
}

bool SoldPane::record()
{
    // What is still being typed counts too.
    m_table->setCurrentCell(-1, -1);
    QVector<SoldLine> lines;
    QStringList left;
    for (int row = 0; row < m_table->rowCount(); ++row) {
        const QString product = m_table->item(row, Product)->text().trimmed();
        const QString quantity = m_table->item(row, Quantity)->text().trimmed();
        left.append(product);
        const bool known = std::any_of(m_entered.cbegin(), m_entered.cend(), [&](const auto &one) {
            return one.product == product;
        });
        if (!quantity.isEmpty() || (known && !product.isEmpty())) {
            lines.append({.month = month(), .product = product, .quantity = quantity});
        }
    }
    for (const SoldEntry &one : std::as_const(m_entered)) {
        if (!left.contains(one.product)) {
            lines.append({.month = month(), .product = one.product}); // its line was taken out
        }
    }
    return enter(lines);
}

bool SoldPane::enter(const QVector<SoldLine> &lines)
{
    const auto outcome = enterSold(m_shell.desk, lines);
    if (!outcome) {
        emit said(m_shell.sentence(outcome.error()), Severity::Refusal);
        return false;
    }
    if (!outcome->findings.isEmpty()) {
        emit said(m_shell.sentence(outcome->findings.first()), outcome->findings.first().severity);
        return false;
    }
    fill();
    emit said(tr("Recorded. The rates of the report are counted anew."), Severity::Hint);
    emit recorded();
    return true;
}

bool SoldPane::takeFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        emit said(m_shell.sentence(Error{QStringLiteral("store.file.unreadable"),
                                         {{QStringLiteral("path"), path}},
                                         file.errorString()}),
                  Severity::Refusal);
        return false;
    }
    const auto lines = readSold(file.readAll(), path, month());
    if (!lines) {
        emit said(m_shell.sentence(lines.error()), Severity::Refusal);
        return false;
    }
    return enter(*lines);
}

void SoldPane::chooseFile()
{
    auto *dialog = new QFileDialog(this, tr("Units sold from a file"), {}, tr("CSV (*.csv *.txt)"));
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QFileDialog::fileSelected, this, &SoldPane::takeFile);
    dialog->open();
}

/// Cells of a spreadsheet go into the cells from the current one on.
void SoldPane::paste()
{
    const QStringList rows =
        QApplication::clipboard()->text().split(QLatin1Char('\n'), Qt::SkipEmptyParts);
    const int top = std::max(0, m_table->currentRow());
    const int left = std::clamp(m_table->currentColumn(), int(Product), int(Quantity));
    for (int i = 0; i < rows.size(); ++i) {
        const QStringList cells = rows.at(i).trimmed().split(QLatin1Char('\t'));
        while (m_table->rowCount() <= top + i) {
            m_table->insertRow(m_table->rowCount());
            setRow(m_table->rowCount() - 1, {}, {}, {});
        }
        for (int j = 0; j < cells.size() && left + j <= Quantity; ++j) {
            m_table->item(top + i, left + j)->setText(cells.at(j).trimmed());
        }
    }
    addBlankRow();
}

bool SoldPane::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_table && event->type() == QEvent::KeyPress) {
        auto *keys = static_cast<QKeyEvent *>(event);
        if (keys->matches(QKeySequence::Paste)) {
            paste();
            return true;
        }
        if (keys->key() == Qt::Key_Delete) {
            const auto cells = m_table->selectedItems();
            for (auto *cell : cells) {
                if (cell->column() != Source) {
                    cell->setText({});
                }
            }
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace huiyin
